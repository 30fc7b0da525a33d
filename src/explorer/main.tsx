import './style/tokens.css'
import './style/base.css'
import './style/mast.css'
import './style/layout.css'
import './style/facts.css'
import './style/evidence.css'
import './style/tables.css'
import './style/lists.css'
import './style/pages.css'
import './style/own.css'
import './style/graph.css'
import { createRoot } from 'react-dom/client'
import { Provider } from 'urql'
import { Router } from 'wouter'
import { AddressProvider, basePath } from './address/address.js'
import { App } from './app.js'
import { client } from './client/client.js'
import { readAhead } from './read-ahead.js'
import { restoreTheme } from './shell/theme.js'

restoreTheme()
readAhead()
const place = document.getElementById('explorer')
if (!place) throw new Error('the page has no place for the explorer')
createRoot(place).render(
  <Router base={basePath}>
    <Provider value={client}>
      <AddressProvider>
        <App />
      </AddressProvider>
    </Provider>
  </Router>,
)
