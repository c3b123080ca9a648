package io.demarche.web.query;

import io.demarche.archive.store.Database;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** A few connections to the archive that questions share. One that failed is not used again. Thread-safe. */
final class Connections implements AutoCloseable {
    private static final int MOST = 8;
    private static final int PATIENCE_SECONDS = 10;

    private final Database database;
    private final ConcurrentLinkedDeque<Connection> idle = new ConcurrentLinkedDeque<>();
    private final Semaphore free = new Semaphore(MOST);
    private volatile boolean closed;

    Connections(Database database) {
        this.database = database;
    }

    /** What is asked of a connection. */
    interface Question<T> {
        T ask(Connection connection) throws SQLException;
    }

    <T> T with(Question<T> question) throws SQLException {
        Connection connection = take();
        boolean sound = false;
        try {
            T answer = question.ask(connection);
            sound = true;
            return answer;
        } finally {
            if (sound && !closed) {
                idle.push(connection);
            } else {
                connection.close();
            }
            free.release();
        }
    }

    private Connection take() throws SQLException {
        try {
            if (closed || !free.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new SQLTransientConnectionException("too many questions at once");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SQLTransientConnectionException("interrupted", e);
        }
        Connection connection = idle.poll();
        if (connection != null) {
            return connection;
        }
        try {
            return database.connect();
        } catch (SQLException e) {
            free.release();
            throw e;
        }
    }

    @Override
    public void close() throws SQLException {
        closed = true;
        for (Connection connection = idle.poll(); connection != null; connection = idle.poll()) {
            connection.close();
        }
    }
}
