// Every style the page needs besides CSS modules, in this order. Import once, before the first component.
import './layers.css'
import '@mantine/core/styles.layer.css'
import '@mantine/spotlight/styles.layer.css'
import './tokens.css'
import './global.css'
import './mantine-controls.css'
import './mantine-overlays.css'
import './mantine-display.css'
