import type { Program } from './program.ts'

/**
 * Thunderbird's own words, as its sources have them (seen 2026-11-30): `am-server-top.dtd` and `messenger.properties`, in
 * Japanese those of https://github.com/thunderbird/thunderbird-l10n.
 */
export const thunderbirdDialog: NonNullable<Program['dialog']> = {
  en: {
    server: 'Server Name',
    port: 'Port',
    security: 'Connection security',
    authentication: 'Authentication method',
    username: 'User Name',
    values: { tls: 'SSL/TLS', starttls: 'STARTTLS', oauth2: 'OAuth2', password: 'Normal password' },
  },
  ja: {
    server: 'サーバー名',
    port: 'ポート',
    security: '接続の保護',
    authentication: '認証方式',
    username: 'ユーザー名',
    values: { tls: 'SSL/TLS', starttls: 'STARTTLS', oauth2: 'OAuth2', password: '通常のパスワード認証' },
  },
}
