// What is typed and not yet acknowledged by the server, on this computer's disk. A record is written
// within a quarter of a second and gone with the acknowledgement; logging out deletes them all.
//
// Not localStorage: Chromium writes it to disk seconds later. `durability: "strict"` is on disk when
// the transaction ends.

const NAME = "desk";
const STORE = "typed";
let opened = null;

function open() {
  opened ??= new Promise((resolve, reject) => {
    const request = indexedDB.open(NAME, 1);
    request.onupgradeneeded = () => request.result.createObjectStore(STORE, { keyPath: "key" });
    request.onsuccess = () => {
      // Another tab may delete it at log-out.
      request.result.onversionchange = () => { request.result.close(); opened = null; };
      resolve(request.result);
    };
    request.onerror = () => reject(request.error);
  });
  return opened;
}

async function act(mode, work) {
  const database = await open();
  return new Promise((resolve, reject) => {
    const transaction = database.transaction(STORE, mode, { durability: "strict" });
    const request = work(transaction.objectStore(STORE));
    transaction.oncomplete = () => resolve(request.result);
    transaction.onerror = transaction.onabort = () => reject(transaction.error);
  });
}

export const write = (record) => act("readwrite", (store) => store.put(record));
export const erase = (key) => act("readwrite", (store) => store.delete(key));
export const find = (key) => act("readonly", (store) => store.get(key));
export const all = () => act("readonly", (store) => store.getAll());
