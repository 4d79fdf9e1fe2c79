// The yardstick: an Electron window with nothing in it, as hardened as ours.
const { app, BrowserWindow } = require('electron')
app.whenReady().then(() => {
  const window = new BrowserWindow({ width: 1280, height: 720, webPreferences: { sandbox: true } })
  return window.loadURL('data:text/html,<title>bare</title><p>bare')
})
app.on('window-all-closed', () => app.quit())
