package io.demarche.web.query;

import io.demarche.schemas.DemarcheException;
import java.sql.SQLException;

/** The archive does not answer: the question may be asked again. */
public final class ArchiveAwayException extends DemarcheException {
    ArchiveAwayException(String database, SQLException cause) {
        super("the archive in " + database + " does not answer: " + cause.getMessage(), cause);
    }
}
