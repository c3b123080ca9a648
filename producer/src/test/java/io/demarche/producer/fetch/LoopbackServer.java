package io.demarche.producer.fetch;

import io.demarche.kafka.address.HostResolver;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.zip.GZIPOutputStream;

/** A web server on loopback that answers each path as it is told, and as badly as it is told. All hosts lead to it. */
public final class LoopbackServer implements AutoCloseable {
    private final ServerSocket socket;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Map<String, Answer> answers = new ConcurrentHashMap<>();
    private final List<Request> requests = new CopyOnWriteArrayList<>();

    /** What it was asked; names of headers in lower case. */
    public record Request(String path, Map<String, String> headers) {
        public String header(String name) {
            return headers.getOrDefault(name, "");
        }
    }

    /** Writes an answer, status line and all. */
    @FunctionalInterface
    public interface Answer {
        void write(Request request, OutputStream out) throws IOException, InterruptedException;
    }

    private LoopbackServer(ServerSocket socket) {
        this.socket = socket;
    }

    public static LoopbackServer start() {
        try {
            LoopbackServer server = new LoopbackServer(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()));
            server.threads.execute(server::accept);
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                Socket client = socket.accept();
                threads.execute(() -> serve(client));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void serve(Socket client) {
        try (client) {
            BufferedReader in =
                    new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.ISO_8859_1));
            String first = in.readLine();
            if (first == null) {
                return;
            }
            Map<String, String> headers = new HashMap<>();
            for (String line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) {
                int colon = line.indexOf(':');
                headers.put(
                        line.substring(0, colon).toLowerCase(Locale.ROOT),
                        line.substring(colon + 1).strip());
            }
            Request request = new Request(first.split(" ")[1], headers);
            requests.add(request);
            answers.getOrDefault(request.path(), text(404, "nothing here")).write(request, client.getOutputStream());
            client.getOutputStream().flush();
        } catch (IOException e) {
            // Whoever asked has gone.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    public LoopbackServer on(String path, Answer answer) {
        answers.put(path, answer);
        return this;
    }

    public LoopbackServer on(String path, String body) {
        return on(path, text(200, body));
    }

    /** A body in UTF-8 with headers written as {@code name: value}. */
    public static Answer text(int status, String body, String... headers) {
        return bytes(status, body.getBytes(StandardCharsets.UTF_8), headers);
    }

    public static Answer bytes(int status, byte[] body, String... headers) {
        return (request, out) -> {
            head(out, status, append(headers, "Content-Length: " + body.length));
            out.write(body);
        };
    }

    public static byte[] gzip(byte[] plain) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(plain);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }

    public static void head(OutputStream out, int status, String... headers) throws IOException {
        StringBuilder head = new StringBuilder("HTTP/1.1 " + status + " As told\r\nConnection: close\r\n");
        for (String header : headers) {
            head.append(header).append("\r\n");
        }
        out.write(head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1));
    }

    private static String[] append(String[] headers, String one) {
        List<String> all = new ArrayList<>(List.of(headers));
        all.add(one);
        return all.toArray(String[]::new);
    }

    public int port() {
        return socket.getLocalPort();
    }

    /** An address of any host, which leads here. */
    public URI at(String host, String path) {
        return URI.create("http://" + host + ":" + port() + path);
    }

    public List<Request> requests(String path) {
        return requests.stream().filter(request -> request.path().equals(path)).toList();
    }

    public List<Request> requests() {
        return requests;
    }

    /** Hosts of any name are this machine. */
    public static HostResolver everywhere() {
        return host -> new InetAddress[] {InetAddress.getLoopbackAddress()};
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        threads.shutdownNow();
    }
}
