import fc from 'fast-check'

// A mutant is dead at the first counterexample: a smaller one would take the rest of its time.
fc.configureGlobal({ ...fc.readConfigureGlobal(), endOnFailure: true })
