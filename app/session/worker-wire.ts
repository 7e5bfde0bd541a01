/** The page's end of the wire to a worker. */
export function connectedTo<To, From>(worker: Worker) {
  return {
    post: (message: To): void => worker.postMessage(message),
    listen: (onMessage: (message: From) => void, onError: (detail: string) => void): void => {
      worker.onmessage = (event: MessageEvent<From>) => onMessage(event.data);
      worker.onerror = (event) => {
        event.preventDefault();
        // A worker whose file does not load gives an event without a message.
        onError(event.message || "the worker could not be loaded");
      };
      worker.onmessageerror = () => onError("a message from the worker could not be read");
    },
    end: (): void => worker.terminate(),
  };
}
