import { expect, test } from 'vitest'
import * as core from './index.ts'

test('this is the whole public API', () => {
  expect(Object.keys(core).sort()).toMatchInlineSnapshot(`
    [
      "Pop3Client",
      "SparekeyError",
      "accessTokenFor",
      "capabilityOf",
      "check",
      "composeMessage",
      "configurationFor",
      "defaultTimeoutMs",
      "describe",
      "describeMistake",
      "diagnose",
      "explain",
      "explainMessage",
      "explainText",
      "explanationCodes",
      "findingCodes",
      "htmlToText",
      "mappedNetwork",
      "normalizeSecret",
      "openMailbox",
      "parseAddress",
      "parseServerMap",
      "parseUsing",
      "prepareEml",
      "probe",
      "problemCodes",
      "programs",
      "programsNamed",
      "readServerMap",
      "realNetwork",
      "refreshAccess",
      "secretShape",
      "sendByGraph",
      "sendMessage",
      "settingsFor",
      "signInOf",
      "signInWithBrowser",
      "signInWithDeviceCode",
      "submit",
    ]
  `)
})
