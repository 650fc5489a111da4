/** The story. */
export type DemoWords = {
  demo: {
    title: string
    intro: (address: string, asOf: string) => string
    /** The six steps of docs/reference/story.md: a heading and what is told under it. */
    steps: readonly [string, string, string, string, string, string]
    told: readonly [string, string, string, string, string, string]
    appPassword: (password: string) => string
    sent: (octets: string) => string
    same: (door: string) => string
    different: (door: string) => string
    missing: (door: string) => string
    today: { password: (asOf: string) => string; appPassword: string; shown: (code: string, page: string) => string }
    notAsTold: string
    end: (seconds: string) => string
    failed: string
    next: string
  }
}
