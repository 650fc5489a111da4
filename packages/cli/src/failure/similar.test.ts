import { describe, expect, it } from 'vitest'
import { similarTo } from './similar.ts'

const codes = ['app-password-needed', 'app-password-wrong', 'password-wrong', 'throttled', 'ok']

describe('similarTo', () => {
  it.each([
    ['app-pasword-needed', ['app-password-needed']],
    ['APP-PASSWORD-NEEDED', ['app-password-needed']],
    ['password-wrong', ['app-password-wrong', 'password-wrong']],
    ['thorttled', ['throttled']],
    ['app-pasword', ['app-password-needed', 'app-password-wrong']],
    ['something else', []],
    ['', []],
    ['foo', []],
    ['throttled-now', ['throttled']],
    ['ko', ['ok']],
    ['xx', []],
  ])('of %j finds %j', (input, found) => {
    expect(similarTo(input, codes).toSorted()).toEqual(found.toSorted())
  })

  it('finds three at most', () => {
    expect(similarTo('password', ['password-a', 'password-b', 'password-c', 'password-d'])).toHaveLength(3)
  })

  it('is quick even for a long input', () => {
    expect(similarTo('x'.repeat(1_000_000), codes)).toEqual([])
  })
})
