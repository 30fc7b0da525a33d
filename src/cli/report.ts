import type { TableSummary } from '../datasets/tables/read-table.js'
import type { ImportPlan } from '../imports/apply-import.js'
import type { ConflictContent } from '../model/conflict.js'
import type { Problem } from '../model/problem.js'

/**
 * Problems for a person: one line each with `file:line:column`, then their number. Equal problems in one file share a
 * line with all places. Of many problems with one code in a file the first are shown.
 */
export function problemsText(problems: readonly Problem[]): string {
  const groups = new Map<string, [Problem, ...Problem[]]>()
  for (const problem of problems) {
    const key = JSON.stringify([problem.file, problem.code, problem.message])
    const group = groups.get(key)
    if (group) group.push(problem)
    else groups.set(key, [problem])
  }
  const shown = new Map<string, number>()
  const hidden = new Map<string, number>()
  const lines = [...groups.values()].flatMap(group => {
    const sort = JSON.stringify([group[0].file, group[0].code])
    const count = (shown.get(sort) ?? 0) + 1
    shown.set(sort, count)
    if (count <= shownOfSort) return [groupText(group)]
    hidden.set(sort, (hidden.get(sort) ?? 0) + countOf(group))
    return []
  })
  const more = [...hidden].map(([sort, count]) => {
    const [file, code] = JSON.parse(sort) as [string, string]
    return `${file}: ${count} more ${code} (--json has all)`
  })
  return [...lines, ...more, problemsSummary(problems)].join('\n')
}

/** `3 problems (2 errors, 1 warning)`. */
export function problemsSummary(problems: readonly Problem[]): string {
  const groups = new Map<string, Problem[]>()
  for (const problem of problems) {
    const key = JSON.stringify([problem.severity, problem.file, problem.code, problem.message])
    groups.set(key, [...(groups.get(key) ?? []), problem])
  }
  const sum = (severity?: Problem['severity']) =>
    [...groups.values()]
      .filter(([first]) => severity === undefined || first?.severity === severity)
      .reduce((count, group) => count + countOf(group), 0)
  const [all, errors] = [sum(), sum('ERROR')]
  return all === 0
    ? 'no problems'
    : `${counted(all, 'problem')} (${counted(errors, 'error')}, ${counted(all - errors, 'warning')})`
}

/** The tables of a dataset: `centres.csv: 3 rows, separated by ";", 1 empty row skipped`. */
export function tablesText(tables: readonly TableSummary[]): string {
  return tables
    .map(({ file, rows, taken, entities, merged, emptyRows, found }) =>
      [
        `  ${file}: ${taken === rows ? counted(rows, 'row') : `${taken} of ${counted(rows, 'row')}`}`,
        ...(merged.length === 0 ? [] : [mergedText(entities, merged)]),
        ...found,
        ...(emptyRows === 0 ? [] : [`${counted(emptyRows, 'empty row')} skipped`]),
      ].join(', '),
    )
    .join('\n')
}

const shownMerged = 3

/** `3 entities, 1 of them described by several rows (company/a: rows 2 and 5)`. */
function mergedText(entities: number, merged: TableSummary['merged']): string {
  const shown = merged.slice(0, shownMerged).map(({ id, rows }) => `${id}: rows ${rows.join(', ')}`)
  const examples = `${shown.join('; ')}${merged.length > shownMerged ? '; …' : ''}`
  return `${counted(entities, 'entity', 'entities')}, ${merged.length} of them described by several rows (${examples})`
}

/** The changes of an import, for a person, with its first conflicts, or with all if `all` is set. */
export function planText(plan: ImportPlan, all = false): string {
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
    ...newConflicts.slice(0, all ? undefined : shownConflicts).map(conflict => `  ${conflictText(conflict)}`),
    ...(all || newConflicts.length <= shownConflicts
      ? []
      : [`  and ${newConflicts.length - shownConflicts} more (\`suanli plan --all\` shows them)`]),
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
const shownPlaces = 10
const shownConflicts = 20

function groupText(group: readonly [Problem, ...Problem[]]): string {
  const [{ file, severity, code, message, hint }, ...others] = group
  const place = placeWithin(group[0], file)
  const text = `${place}: ${severity.toLowerCase()} ${code}: ${message}${hint === undefined ? '' : ` (${hint})`}`
  if (others.length === 0) return text
  const places = others.slice(0, shownPlaces).map(other => placeWithin(other))
  const left = countOf(group) - 1 - places.length
  return `${text}\n  also at ${places.join(', ')}${left > 0 ? ` and ${left} more` : ''}`
}

/** `t.csv:6:3 (row 5)`: the line for an editor, and the row as statements cite it if that is another number. */
function placeWithin({ line, column, row }: Problem, file?: string): string {
  const place = [file, line, column].filter(part => part !== undefined).join(':')
  return row === undefined ? place : `${place} (row ${row})`
}

/** The number of problems with one message in one file, those without a printed place included. */
function countOf(group: readonly Problem[]): number {
  return group[0]?.count ?? group.length
}

function conflictText({ kind, subjects, property, statements }: ConflictContent): string {
  return `${kind} ${property} of ${subjects.join(' and ')}: ${counted(statements.length, 'statement')}`
}
