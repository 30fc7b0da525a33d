import type { ImportPlan } from '../imports/apply-import.js'
import type { ConflictContent } from '../model/conflict.js'
import type { Problem } from '../model/problem.js'

/** Problems for a person: one line for each, `file:line:column`, then how many there are. Of many of one sort in a file the first are shown. */
export function problemsText(problems: readonly Problem[]): string {
  const shown = new Map<string, number>()
  const lines = problems.flatMap(problem => {
    const sort = JSON.stringify([problem.file, problem.code])
    const count = (shown.get(sort) ?? 0) + 1
    shown.set(sort, count)
    return count > shownOfSort ? [] : [problemText(problem)]
  })
  const hidden = [...shown].flatMap(([sort, count]) => {
    const [file, code] = JSON.parse(sort) as [string, string]
    return count > shownOfSort ? [`${file}: ${count - shownOfSort} more ${code} (--json has all)`] : []
  })
  return [...lines, ...hidden, problemsSummary(problems)].join('\n')
}

/** `3 problems (2 errors, 1 warning)`. */
export function problemsSummary(problems: readonly Problem[]): string {
  const errors = problems.filter(({ severity }) => severity === 'ERROR').length
  return problems.length === 0
    ? 'no problems'
    : `${counted(problems.length, 'problem')} (${counted(errors, 'error')}, ${counted(problems.length - errors, 'warning')})`
}

/** What an import changes or would, for a person. */
export function planText(plan: ImportPlan): string {
  const {
    entitiesAdded,
    statementsAdded,
    statementsRetracted,
    unchanged,
    reweighted,
    sourcesChanged,
    conflictsClosed,
    withheld,
    newConflicts,
  } = plan
  if (isNothing(plan)) return `nothing changed: ${counted(unchanged, 'statement')} stand as before`
  return [
    `${counted(entitiesAdded, 'entity', 'entities')} added`,
    `${counted(statementsAdded, 'statement')} added, ${statementsRetracted} retracted, ${unchanged} unchanged`,
    ...(reweighted === 0 ? [] : [`${counted(reweighted, 'statement')} with another rank, confidence or dataset`]),
    ...(sourcesChanged === 0
      ? []
      : [`${counted(sourcesChanged, 'source or edition', 'sources and editions')} new or changed`]),
    ...(withheld === 0
      ? []
      : [`${counted(withheld, 'statement')} left out: a curator withdrew ${withheld === 1 ? 'it' : 'them'}`]),
    ...(conflictsClosed === 0 ? [] : [`${counted(conflictsClosed, 'conflict')} gone`]),
    `${counted(newConflicts.length, 'new conflict')}${newConflicts.length === 0 ? '' : ':'}`,
    ...newConflicts.slice(0, shownConflicts).map(conflict => `  ${conflictText(conflict)}`),
    ...(newConflicts.length > shownConflicts ? [`  and ${newConflicts.length - shownConflicts} more`] : []),
  ].join('\n')
}

/** Whether an import leaves the store as it is. */
export function isNothing({
  entitiesAdded,
  statementsAdded,
  statementsRetracted,
  reweighted,
  sourcesChanged,
  conflictsClosed,
  newConflicts,
}: ImportPlan): boolean {
  const changes = [
    entitiesAdded,
    statementsAdded,
    statementsRetracted,
    reweighted,
    sourcesChanged,
    conflictsClosed,
    newConflicts.length,
  ]
  return changes.every(count => count === 0)
}

/** `3 statements`, `1 statement`. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`
}

const shownOfSort = 50
const shownConflicts = 20

function problemText({ file, line, column, severity, code, message, hint }: Problem): string {
  const place = [file, line, column].filter(part => part !== undefined).join(':')
  return `${place}: ${severity.toLowerCase()} ${code}: ${message}${hint === undefined ? '' : ` (${hint})`}`
}

function conflictText({ kind, subjects, property, statements }: ConflictContent): string {
  return `${kind} ${property} of ${subjects.join(' and ')}: ${counted(statements.length, 'statement')}`
}
