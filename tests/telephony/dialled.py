"""An exchange that calls by a click, over real HTTP: what it was asked, and what it answers."""

import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


class Dialler:
    """`asked` are (method, path, headers, body); `status` and `said` its answer, `cut` none."""

    def __init__(self):
        self.asked, self.status, self.said, self.cut = [], 200, b"{}", False
        outer = self

        class Handler(BaseHTTPRequestHandler):
            def take(self):
                body = self.rfile.read(int(self.headers.get("Content-Length", "0")))
                headers = {name.lower(): value for name, value in self.headers.items()}
                outer.asked.append((self.command, self.path, headers, body))
                if outer.cut:
                    self.close_connection = True
                    return
                self.send_response(outer.status)
                self.send_header("Content-Length", str(len(outer.said)))
                self.end_headers()
                self.wfile.write(outer.said)

            do_GET = do_POST = take

            def log_message(self, *args):
                """Quiet."""

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.address = f"http://127.0.0.1:{self.server.server_port}"
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def stop(self):
        self.server.shutdown()
        self.server.server_close()
