import { describe, expect, it } from 'vitest'
import { returnPath } from './return-path'

const OWN = 'https://quarterday.example'

describe('the way back after signing in', () => {
  it.each([
    ['/schedules', '/schedules'],
    ['/schedules?status=active&page=2', '/schedules?status=active&page=2'],
    ['/schedules/FTBRS00112373?tab=payments#d', '/schedules/FTBRS00112373?tab=payments#d'],
    [`${OWN}/schedules?q=a%20b`, '/schedules?q=a%20b'],
    ['schedules', '/schedules'],
    ['/schedules?to=//evil.example', '/schedules?to=//evil.example'],
    ['/schedules/../activity', '/activity'],
    // No host follows these, so they stay with us.
    ['https:evil.example', '/evil.example'],
  ])('%s leads to %s', (given, path) => expect(returnPath(given, OWN)).toBe(path))

  it.each([
    null,
    undefined,
    '',
    '//evil.example',
    '///evil.example',
    '/\\evil.example',
    '\\\\evil.example',
    '/%09/evil.example\t',
    '/\t/evil.example',
    '\n//evil.example',
    ' //evil.example',
    'https://evil.example',
    'https:/\\evil.example',
    'http://quarterday.example/schedules',
    'https://quarterday.example.evil.example/',
    'https://quarterday.example@evil.example/',
    'https://user:word@quarterday.example/schedules',
    'https://quarterday.example:8443/schedules',
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    'data:text/html,x',
    '/.//evil.example',
    '/schedules/..//evil.example',
    '/x/%2e%2e//evil.example',
    '/api/auth/signout',
    '/api',
    '/sign-in',
    '/sign-in?callbackUrl=/sign-in',
    '/_next/static/x.js',
    `/${'a'.repeat(2_001)}`,
    'http://',
    '/schedules\\x',
    '/schedules\u0000',
    '/schedules\u0085',
  ])('%j leads to the start', (given) => expect(returnPath(given, OWN)).toBe('/'))
})
