import { entityPath, Go, nodePath } from '../address/address.js'
import { useData } from '../client/use-data.js'
import { TargetsDocument, type TargetsQuery } from '../generated/graphql.js'
import { Scroll } from '../parts/scroll.js'
import { Section } from '../parts/section.js'
import { Download, OpenAsQuery } from '../parts/take.js'
import { DateText, EntityLink, quantityText } from '../parts/value.js'
import { Loaded, useTitle } from '../shell/states.js'
import { languageOf, useShared, useWords } from '../words/words.js'

type Target = TargetsQuery['targets']['nodes'][number]

/** Targets against what is stated towards them; number formats apart. */
// biome-ignore lint/style/noDefaultExport: what React.lazy takes
export default function TargetsPage() {
  const words = useWords()
  const answer = useData(TargetsDocument, useShared())
  useTitle(words.nav.targets)
  return (
    <Loaded answer={answer} what={words.nav.targets}>
      {({ targets }) => (
        <>
          <div className="head">
            <h1>
              {words.targets.title} <span className="c">{targets.totalCount}</span>
            </h1>
            <p className="take">
              <OpenAsQuery asked={answer.asked} />
              <Download
                table={{
                  name: 'targets',
                  columns: [
                    'id',
                    'label',
                    'subject',
                    'value',
                    'unit',
                    'format',
                    'due',
                    'announced',
                    'achieved',
                    'missing',
                  ],
                  rows: targets.nodes.map(target => [
                    target.id,
                    target.label,
                    target.subject?.id ?? null,
                    target.value?.amount ?? null,
                    target.value?.unit ?? null,
                    target.value?.precision ?? null,
                    target.due,
                    target.announced,
                    target.progress.achieved?.amount ?? null,
                    target.progress.gap?.amount ?? null,
                  ]),
                }}
              />
            </p>
          </div>
          {targets.nodes.length === 0 && <p className="lead">{words.states.emptyViewHelp}</p>}
          {targets.nodes.map(target => (
            <TargetSection key={target.id} target={target} />
          ))}
        </>
      )}
    </Loaded>
  )
}

function TargetSection({ target }: { readonly target: Target }) {
  const words = useWords()
  const { value, progress, due, announced, announcedBy, subject } = target
  const wanted = value ? (quantityText(value, words) ?? value.asStated) : undefined
  const achieved = progress.achieved ? quantityText(progress.achieved, words) : undefined
  const share =
    value?.amount && progress.achieved?.amount
      ? Math.min(1, Number(progress.achieved.amount) / Number(value.amount))
      : 0
  return (
    <Section label={target.label}>
      <h2 className="val">
        <Go to={entityPath(target.id)} lang={languageOf(target.label)}>
          {target.label}
        </Go>
      </h2>
      <p className="note">
        {subject && <EntityLink entity={subject} alone />}
        {announced && ` · ${words.targets.announced} ${announced}`}
        {announcedBy && (
          <>
            {' · '}
            <EntityLink entity={announcedBy} alone />
          </>
        )}
        {due && (
          <>
            {` · ${words.targets.due} `}
            <DateText edtf={due} />
          </>
        )}
      </p>
      {wanted && (
        <Scroll label={`${target.label}, ${words.entity.table}`}>
          <table className="tb fmt">
            <thead>
              <tr>
                <th scope="col">{words.targets.format}</th>
                <th scope="col" className="r">
                  {words.types.TARGET?.[0]}
                </th>
                <th scope="col">{words.targets.towards}</th>
                <th scope="col" className="r">
                  {words.targets.missing}
                </th>
              </tr>
            </thead>
            <tbody>
              <tr>
                <th scope="row">
                  {value?.precision && value.precision !== 'UNSTATED' ? (
                    value.precision
                  ) : (
                    <span className="unstated">{words.values.notStated}</span>
                  )}
                </th>
                <td className="r">{wanted}</td>
                <td className="barcell">
                  <svg viewBox="0 0 480 22" preserveAspectRatio="none" aria-hidden="true">
                    {achieved && <rect x="1" y="4" width={478 * share} height="14" fill="var(--ink-2)" />}
                    <rect x="1" y="4" width="478" height="14" fill="none" stroke="var(--vague)" strokeDasharray="3 3" />
                    <path d="M479 0V22" stroke="var(--ink)" strokeWidth="2.5" />
                  </svg>
                  {achieved ?? <span className="vague">{words.targets.nothing}</span>}
                </td>
                <td className="r">
                  {progress.gap ? (
                    quantityText(progress.gap, words)
                  ) : (
                    <span className="unstated">{words.values.dates.unknown}</span>
                  )}
                </td>
              </tr>
            </tbody>
          </table>
        </Scroll>
      )}
      {progress.counted.length > 0 && (
        <p className="note">
          {words.targets.counted}{' '}
          {progress.counted.map((centre, at) => (
            <span key={centre.id}>
              {at > 0 && words.supply.comma}
              <EntityLink entity={centre} alone />
            </span>
          ))}
        </p>
      )}
      {!wanted && <p className="note">{words.targets.noNumber}</p>}
      {progress.notComparable.length > 0 && (
        <details open={wanted !== undefined} className="nc">
          <summary>{words.targets.notCompared(progress.notComparable.length)}</summary>
          <table className="tb">
            <tbody>
              {progress.notComparable.map(({ entity, reason, statement }) => (
                <tr key={statement.id}>
                  <th scope="row">
                    <EntityLink entity={entity} alone />
                  </th>
                  <td>
                    <Go to={nodePath(statement.id)} className="src q" lang={statement.language}>
                      {statement.asStated}
                    </Go>
                  </td>
                  <td className="note">{reason}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </details>
      )}
    </Section>
  )
}
