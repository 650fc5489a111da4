import type { Guides } from '../guide.ts'
import { administrators } from './administrators.tsx'
import { developers } from './developers.tsx'
import { devices } from './devices.tsx'
import { twoStep } from './two-step.tsx'

export const guides: Guides = { twoStep, devices, administrators, developers }
