package io.demarche.kafka.admin;

import io.demarche.schemas.DemarcheException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.ScramCredentialInfo;
import org.apache.kafka.clients.admin.ScramMechanism;
import org.apache.kafka.clients.admin.UserScramCredentialAlteration;
import org.apache.kafka.clients.admin.UserScramCredentialUpsertion;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.InterruptException;

/** Gives each {@link Role} its account (SCRAM-SHA-512) and its rights on a broker that has an authorizer. */
public final class AccountAdmin implements AutoCloseable {
    private static final int ITERATIONS = 8192;
    private static final String TIMEOUT_MS = Long.toString(TopicAdmin.DEFAULT_TIMEOUT.toMillis());

    private final Admin admin;
    private final String bootstrapServers;

    private AccountAdmin(Admin admin, String bootstrapServers) {
        this.admin = admin;
        this.bootstrapServers = bootstrapServers;
    }

    /**
     * Makes a client from Kafka settings, those of a principal that may alter the cluster.
     *
     * @throws DemarcheException where the settings are unusable
     */
    public static AccountAdmin connect(Map<String, String> kafkaSettings) {
        String servers = kafkaSettings.getOrDefault(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, "");
        Map<String, Object> settings = new HashMap<>();
        settings.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, TIMEOUT_MS);
        settings.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, TIMEOUT_MS);
        settings.putAll(kafkaSettings);
        try {
            return new AccountAdmin(Admin.create(settings), servers);
        } catch (KafkaException e) {
            throw Unconnected.explained(servers, e);
        }
    }

    /**
     * Creates the accounts or sets their passwords, and adds the rights that are missing.
     *
     * @throws DemarcheException where the broker does not answer or refuses
     */
    public void grant(Map<Role, String> passwords) {
        List<UserScramCredentialAlteration> credentials = passwords.entrySet().stream()
                .<UserScramCredentialAlteration>map(entry -> new UserScramCredentialUpsertion(
                        entry.getKey().account(),
                        new ScramCredentialInfo(ScramMechanism.SCRAM_SHA_512, ITERATIONS),
                        entry.getValue()))
                .toList();
        await(admin.alterUserScramCredentials(credentials).all(), "set the passwords");
        await(
                admin.createAcls(passwords.keySet().stream()
                                .flatMap(role -> role.rights().stream())
                                .toList())
                        .all(),
                "grant the rights");
    }

    @Override
    public void close() {
        admin.close();
    }

    private void await(KafkaFuture<Void> done, String what) {
        try {
            done.get();
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        } catch (ExecutionException e) {
            throw new DemarcheException(
                    "cannot " + what + " on bootstrap.servers=" + bootstrapServers + ": " + reason(e), e);
        }
    }

    private static String reason(Throwable thrown) {
        Throwable root = thrown;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root.getClass().getSimpleName() + ": " + root.getMessage();
    }
}
