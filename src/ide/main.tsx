import 'graphiql/setup-workers/vite'
import 'graphiql/style.css'
import '@graphiql/plugin-explorer/style.css'
import './ide.css'
import { createRoot } from 'react-dom/client'
import { Ide } from './ide.js'
import { sharedIn } from './shared-link.js'

const place = document.getElementById('ide')
if (!place) throw new Error('the page has no place for the IDE')
createRoot(place).render(<Ide shared={sharedIn(location.hash)} />)

// A link that is opened from within the page: GraphiQL takes one in only when it starts, and keeps its tabs.
addEventListener('hashchange', () => location.reload())
