import type { FrameWords } from '../words.ts'

export const frame: FrameWords = {
  site: 'sparekey',
  skip: 'Skip to the content',
  home: 'Home',
  navigation: 'Parts of this site',
  language: 'Language',
  trail: 'Where you are',
  contents: 'On this page',
  sections: {
    explain: 'Paste your error',
    settings: 'Settings',
    findings: 'Causes',
    programs: 'Programs',
    replies: 'Server messages',
    guides: 'Guides',
  },
  privacy:
    'These pages load nothing from other sites, set no cookies and use no analytics. What you type stays in your browser.',
  evidence:
    'What Microsoft’s servers say, and when, was compiled from public sources. Pages that rest on them name each source and its date.',
  legal:
    'sparekey is a free program under the MIT licence. It does not belong to Microsoft, and Microsoft has not approved it.',
  copy: 'Copy',
  copied: 'Copied',
  elsewhere: '(another site)',
}
