import Graph from 'graphology'
import { useEffect, useRef } from 'react'
import Sigma from 'sigma'
import { useWords, type Words } from '../../words/words.js'
import { extentOf, type GraphModel, type GraphNode, rowHeight } from './model.js'
import { labelOf, radiusOf } from './picture.js'

/** Pixels between two labels, one above the other, that can both be read. */
const leastRow = 14

/** The graph drawn by WebGL: to drag, to zoom, and to open groups by a click. The list beside it has the same. */
// biome-ignore lint/style/noDefaultExport: what React.lazy takes
export default function GraphCanvas({
  model,
  title,
  onOpen,
}: {
  readonly model: GraphModel
  readonly title: string
  readonly onOpen: (node: GraphNode) => void
}) {
  const { types } = useWords()
  const place = useRef<HTMLDivElement>(null)
  const open = useRef(onOpen)
  open.current = onOpen
  useEffect(() => {
    const container = place.current
    if (!container) return
    let sigma: Sigma | undefined
    // A place without a width, such as one that the page hides for a moment, cannot be drawn on.
    const observer = new ResizeObserver(() => {
      if (container.clientWidth > 0 && container.clientHeight > 0) sigma ??= draw(container, model, types, open)
    })
    observer.observe(container)
    return () => {
      observer.disconnect()
      sigma?.kill()
    }
  }, [model, types])
  return <div ref={place} className="stage" role="img" aria-label={title} />
}

function draw(
  container: HTMLElement,
  model: GraphModel,
  types: Words['types'],
  open: { readonly current: (node: GraphNode) => void },
): Sigma {
  const colours = coloursOf(container)
  const graph = new Graph({ multi: false, type: 'directed' })
  const { x, y } = extentOf(model)
  const scale = Math.min(container.clientWidth / (x[1] - x[0]), container.clientHeight / (y[1] - y[0]))
  const hasRoom = scale * rowHeight >= leastRow
  const nodes = new Map(model.nodes.map(node => [node.key, node]))
  for (const node of model.nodes)
    graph.addNode(node.key, {
      x: node.x,
      y: node.y,
      size: radiusOf(node),
      label: labelOf(node, types),
      side: node.side,
      isMain: node.form !== 'entity',
      color:
        node.form === 'heading'
          ? 'transparent'
          : node.form === 'centre'
            ? colours.accent
            : node.entity && node.entity.openConflictCount > 0
              ? colours.conflict
              : colours.ink,
    })
  for (const { from, to, count } of model.edges)
    graph.addEdge(from, to, { size: Math.min(3, 0.6 + Math.log10(count)), color: colours.rule })
  const sigma = new Sigma(graph, container, {
    settings: {
      enableNodeDrag: true,
      labelDensity: 1,
      labelGridCellSize: 70,
      labelRenderedSizeThreshold: 0,
      stagePadding: 12,
      minCameraRatio: 0.05,
      maxCameraRatio: 4,
      // The page scrolls under the picture; Ctrl and the wheel zoom it.
      gestureTarget: 'shared',
    },
    styles: {
      nodes: {
        x: { attribute: 'x' },
        y: { attribute: 'y' },
        size: { attribute: 'size' },
        color: { attribute: 'color' },
        label: { attribute: 'label' },
        labelColor: colours.text,
        labelSize: 12,
        labelFont: colours.font,
        labelPosition: { attribute: 'side' },
        labelVisibility: ({ isMain }) => (isMain || hasRoom ? 'visible' : 'auto'),
        cursor: 'pointer',
      },
      edges: { size: { attribute: 'size' }, color: { attribute: 'color' } },
    },
  })
  sigma.setCustomBBox({ x, y })
  sigma.refresh()
  sigma.on('clickNode', ({ node }) => {
    const clicked = nodes.get(node)
    if (clicked) open.current(clicked)
  })
  return sigma
}

/** Colours of the page in a form that WebGL takes. */
function coloursOf(element: HTMLElement) {
  const probe = document.createElement('span')
  element.append(probe)
  const colour = (name: string) => {
    probe.style.color = `var(--${name})`
    return getComputedStyle(probe).color
  }
  const colours = {
    accent: colour('accent'),
    conflict: colour('conflict'),
    ink: colour('ink-2'),
    rule: colour('rule'),
    text: colour('ink'),
    font: getComputedStyle(element).fontFamily,
  }
  probe.remove()
  return colours
}
