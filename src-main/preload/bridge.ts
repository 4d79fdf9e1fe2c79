import { contextBridge, ipcRenderer } from 'electron'

type Listener = (event: { readonly name: string; readonly payload: unknown }) => void

/** All the page can reach: two named functions. Names, inputs and rights are checked at the other end. */
contextBridge.exposeInMainWorld('linedesk', {
  call: (name: string, input: unknown): Promise<unknown> => ipcRenderer.invoke('linedesk:call', name, input),
  onEvent: (listener: Listener): (() => void) => {
    const forward = (_event: unknown, message: Parameters<Listener>[0]): void => listener(message)
    ipcRenderer.on('linedesk:event', forward)
    return () => ipcRenderer.off('linedesk:event', forward)
  },
})
