import type { RefObject } from 'react'
import { languageOf, useWords } from '../../words/words.js'
import { cut } from '../entity/graph-section.js'
import { columnWidth, extentOf, type GraphModel, type GraphNode } from './model.js'

/** The whole graph as SVG: where the browser has no WebGL, and for files. */
export function GraphPicture({
  model,
  title,
  picture,
  onOpen,
}: {
  readonly model: GraphModel
  readonly title: string
  readonly picture: RefObject<SVGSVGElement | null>
  readonly onOpen: (node: GraphNode) => void
}) {
  const words = useWords()
  const at = new Map(model.nodes.map(node => [node.key, node]))
  const { x, y } = extentOf(model)
  const [[minX, maxX], [minY, maxY]] = [x, [-y[1], -y[0]] as const]
  return (
    <svg
      ref={picture}
      viewBox={`${minX} ${minY} ${maxX - minX} ${maxY - minY}`}
      role="img"
      aria-label={title}
      fill="none"
    >
      {model.edges.map(({ key, from, to, count }) => {
        const [start, end] = [at.get(from), at.get(to)]
        if (!start || !end) return null
        return (
          <path
            key={key}
            d={`M${start.x} ${-start.y}L${end.x} ${-end.y}`}
            stroke="var(--rule-2)"
            strokeWidth={Math.min(3, 0.6 + Math.log10(count))}
          />
        )
      })}
      {model.nodes.map(node => (
        // biome-ignore lint/a11y/noStaticElementInteractions: the list has the same for the keyboard.
        <g key={node.key} className="nodelink" onClick={() => onOpen(node)}>
          {node.form !== 'heading' && (
            <circle
              cx={node.x}
              cy={-node.y}
              r={radiusOf(node)}
              fill={
                node.form === 'centre'
                  ? 'var(--accent)'
                  : node.entity && node.entity.openConflictCount > 0
                    ? 'var(--conflict)'
                    : 'var(--ink-2)'
              }
            />
          )}
          <text
            className={node.form === 'entity' ? undefined : 'h'}
            x={node.side === 'right' ? node.x + radiusOf(node) + 5 : node.x - radiusOf(node) - 5}
            y={-node.y + 4}
            textAnchor={node.side === 'right' ? 'start' : 'end'}
            lang={languageOf(labelOf(node, words.types))}
          >
            {labelOf(node, words.types)}
          </text>
        </g>
      ))}
    </svg>
  )
}

export const radiusOf = ({ form, count }: GraphNode): number =>
  form === 'centre' ? 8 : form === 'group' ? Math.min(16, 6 + Math.sqrt(count) / 2) : form === 'heading' ? 1 : 4

export function labelOf(
  { entity, type, count }: GraphNode,
  types: Readonly<Record<string, readonly string[]>>,
): string {
  return entity ? cut(entity.label, columnWidth - 30) : `${types[type]?.[1] ?? type} ${count}`
}
