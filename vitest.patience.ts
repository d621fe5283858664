// A busy machine takes longer to show what a test waits for; what never comes still fails.
import { configure } from '@testing-library/react'

configure({ asyncUtilTimeout: 10_000 })
