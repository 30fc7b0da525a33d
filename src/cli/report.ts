import type { ImportPlan } from '../datasets/apply-import.js'
import type { ConflictContent } from '../model/conflict.js'
import type { Problem } from '../model/problem.js'

/** Problems for a person: one line for each, `file:line:column`, then how many there are. */
export function problemsText(problems: readonly Problem[]): string {
  const lines = problems.map(({ file, line, column, severity, code, message, hint }) => {
    const place = [file, line, column].filter(part => part !== undefined).join(':')
    return `${place} ${severity === 'ERROR' ? 'error' : 'warning'} ${code}: ${message}${hint === undefined ? '' : ` (${hint})`}`
  })
  return [...lines, problemsSummary(problems)].join('\n')
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
  const { entitiesAdded, statementsAdded, statementsRetracted, unchanged, newConflicts } = plan
  if (isNothing(plan)) return `nothing changed: ${counted(unchanged, 'statement')} stand as before`
  return [
    `${counted(entitiesAdded, 'entity', 'entities')} added`,
    `${counted(statementsAdded, 'statement')} added, ${statementsRetracted} retracted, ${unchanged} unchanged`,
    `${counted(newConflicts.length, 'new conflict')}${newConflicts.length === 0 ? '' : ':'}`,
    ...newConflicts.slice(0, shownConflicts).map(conflict => `  ${conflictText(conflict)}`),
    ...(newConflicts.length > shownConflicts ? [`  and ${newConflicts.length - shownConflicts} more`] : []),
  ].join('\n')
}

export function isNothing({ entitiesAdded, statementsAdded, statementsRetracted, newConflicts }: ImportPlan): boolean {
  return entitiesAdded + statementsAdded + statementsRetracted + newConflicts.length === 0
}

/** `3 statements`, `1 statement`. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`
}

const shownConflicts = 20

function conflictText({ kind, subjects, property, statements }: ConflictContent): string {
  return `${kind} ${property} of ${subjects.join(' and ')}: ${counted(statements.length, 'statement')}`
}
