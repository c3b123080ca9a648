package io.demarche.kafka.monitoring;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Connections that send something and then neither go on nor read. */
final class OpenSockets implements AutoCloseable {
    private static final int PATIENCE_MS = 30_000;

    private final int port;
    private final List<Socket> open = new ArrayList<>();

    OpenSockets(int port) {
        this.port = port;
    }

    void send(int connections, String text) throws IOException {
        for (int i = 0; i < connections; i++) {
            Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
            open.add(socket);
            socket.setSoTimeout(PATIENCE_MS);
            socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
        }
    }

    Socket first() {
        return open.get(0);
    }

    @Override
    public void close() throws IOException {
        for (Socket socket : open) {
            socket.close();
        }
    }
}
