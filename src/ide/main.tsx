import 'graphiql/setup-workers/vite'
import 'graphiql/style.css'
import '@graphiql/plugin-explorer/style.css'
import './ide.css'
import { createRoot } from 'react-dom/client'
import { sharedIn } from '../web/ide-link.js'
import { hasKeptTabs, startTabs } from './examples/start-tabs.js'
import { Ide } from './ide.js'
import { language } from './words/language.js'
import { translateGraphiql } from './words/translate-graphiql.js'
import { words } from './words/words.js'

const place = document.getElementById('ide')
if (!place) throw new Error('the page has no place for the IDE')
document.documentElement.lang = words.tag
document.title = words.title
if (language === 'zh') translateGraphiql()
const root = createRoot(place)
const shared = sharedIn(location.hash)
if (hasKeptTabs()) root.render(<Ide shared={shared} tabs={[]} />)
else void startTabs().then(tabs => root.render(<Ide shared={shared} tabs={tabs} />))

// A link that is opened from within the page: GraphiQL takes one in only when it starts, and keeps its tabs.
addEventListener('hashchange', () => location.reload())
