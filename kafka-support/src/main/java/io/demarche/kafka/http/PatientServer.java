package io.demarche.kafka.http;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The JDK's HTTP server, made to bear clients that are slow or broken. A request has {@value #REQUEST_SECONDS} seconds to arrive
 * and an answer {@value #ANSWER_SECONDS} to be made and read; then the connection is closed. Up to {@value #THREADS} are borne
 * at once; a connection beyond them is closed.
 */
public final class PatientServer {
    /** How long a request may take to arrive. */
    public static final int REQUEST_SECONDS = 5;

    /** How long an answer may take, from the end of the request until it is read. */
    public static final int ANSWER_SECONDS = 60;

    /** How many connections are served at once. */
    public static final int THREADS = 64;

    private static final int IDLE_SECONDS = 30;

    private PatientServer() {}

    /**
     * Takes a port. The server does not answer before it is started.
     *
     * @throws IOException where the port is taken or the address is not this machine's
     */
    public static HttpServer bind(InetSocketAddress address) throws IOException {
        // The JDK reads these once, when its server is first used, and has no other switch.
        setDefault("maxReqTime", Integer.toString(REQUEST_SECONDS));
        setDefault("maxRspTime", Integer.toString(ANSWER_SECONDS));
        // Head and body are sent apart; else the second would wait 40 ms for the first's receipt.
        setDefault("nodelay", "true");
        return HttpServer.create(address, 0);
    }

    /** Threads for a server: made when they are needed, gone when they are idle; to be shut down by whoever asks for them. */
    public static ExecutorService threads(String name) {
        AtomicInteger number = new AtomicInteger();
        return new ThreadPoolExecutor(0, THREADS, IDLE_SECONDS, TimeUnit.SECONDS, new SynchronousQueue<>(), task -> {
            Thread thread = new Thread(task, name + "-" + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        });
    }

    private static void setDefault(String setting, String value) {
        String property = "sun.net.httpserver." + setting;
        if (System.getProperty(property) == null) {
            System.setProperty(property, value);
        }
    }
}
