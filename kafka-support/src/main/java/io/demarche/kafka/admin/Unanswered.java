package io.demarche.kafka.admin;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.Arrays;
import org.apache.kafka.common.utils.Utils;

/** Why a broker did not answer: Kafka's clients say the same of one that is away and of one that hangs up on them. */
public final class Unanswered {
    private static final int CONNECT_MS = 1_000;

    private Unanswered() {}

    /**
     * What to tell whoever waited in vain.
     *
     * @param servers the addresses tried, comma-separated
     * @param protocol the {@code security.protocol} tried
     */
    public static String message(String servers, String protocol) {
        return somethingListens(servers)
                ? "what listens at bootstrap.servers=" + servers + " answers no client with security.protocol="
                        + protocol + ": correct that setting (a broker hangs up on who does not log in as it asks),"
                        + " or the address"
                : "no Kafka broker answered at bootstrap.servers=" + servers + ": start one, or correct the setting";
    }

    private static boolean somethingListens(String servers) {
        return Arrays.stream(servers.split(",")).map(String::strip).anyMatch(Unanswered::listens);
    }

    private static boolean listens(String server) {
        String host = Utils.getHost(server);
        Integer port = Utils.getPort(server);
        if (host == null || port == null) {
            return false;
        }
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(host, port), CONNECT_MS);
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
