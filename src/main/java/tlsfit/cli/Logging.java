package tlsfit.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.core.LogEvent;
import org.apache.logging.log4j.core.LoggerContext;
import org.apache.logging.log4j.core.appender.AbstractAppender;
import org.apache.logging.log4j.core.config.AbstractConfiguration;
import org.apache.logging.log4j.core.config.ConfigurationSource;
import org.apache.logging.log4j.core.config.Configurator;
import org.apache.logging.log4j.core.config.LoggerConfig;
import org.apache.logging.log4j.core.config.Property;
import org.jspecify.annotations.Nullable;
import tlsfit.analysis.ProgramVersion;
import tlsfit.files.AppendedFile;

/**
 * Sets Log4j up: plain lines on standard error, lines with their times in a log file.
 *
 * <p>Configuration and layout are classes here, and no pattern or file: so Log4j makes none of its
 * plugins at start-up.
 */
public final class Logging implements AutoCloseable {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSXXX", Locale.ROOT)
          .withZone(ZoneId.systemDefault());

  /** The log file cannot be written. */
  static final class Unwritable extends Exception {
    private static final long serialVersionUID = 1L;

    Unwritable(Path file, IOException cause) {
      super("--log-file " + file + " cannot be written: " + WriteFailure.reason(cause), cause);
    }
  }

  private final Printer err;
  private final @Nullable Printer file;

  private Logging(Printer err, @Nullable Printer file) {
    this.err = err;
    this.file = file;
  }

  static Logging start(CommonOptions options, Printer err) throws Unwritable {
    Path path = options.logFile();
    Printer file = path == null ? null : open(path);
    Level shown = options.quiet() ? Level.WARN : options.verbose() ? Level.DEBUG : Level.INFO;
    Setup setup = new Setup(shown, err, file);
    LoggerContext context = Configurator.initialize(Logging.class.getClassLoader(), setup);
    if (context.getConfiguration() != setup) {
      context.reconfigure(setup); // not the first run in this Java
    }
    return new Logging(err, file);
  }

  private static Printer open(Path path) throws Unwritable {
    try {
      return Printer.to(AppendedFile.open(path));
    } catch (IOException e) {
      throw new Unwritable(path, e);
    }
  }

  /** Logs what was asked of which version; this belongs into the file and not before the user. */
  void logCommandLine(String... args) {
    LogManager.getLogger(Logging.class)
        .debug("tlsfit {}: {}", ProgramVersion.get(), String.join(" ", args));
  }

  /** The log file, if there is one. */
  Optional<Printer> file() {
    return Optional.ofNullable(file);
  }

  /** An error while Java ends, when Log4j may have ended already. */
  void last(String message) {
    err.println("error: " + message);
    if (file != null) {
      file.println(TIME.format(Instant.now()) + " ERROR " + message);
    }
  }

  @Override
  public void close() {
    if (file != null) {
      file.close();
    }
  }

  private static final class Setup extends AbstractConfiguration {
    private final Level shown;
    private final Printer err;
    private final @Nullable Printer file;

    Setup(Level shown, Printer err, @Nullable Printer file) {
      super(null, ConfigurationSource.NULL_SOURCE);
      this.shown = shown;
      this.err = err;
      this.file = file;
      isShutdownHookEnabled = false;
    }

    @Override
    protected void doConfigure() {
      getRootLogger().addAppender(started(new Lines("console", err)), shown, null);
      if (file != null) {
        getRootLogger().addAppender(started(new TimedLines("file", file)), Level.DEBUG, null);
      }
      getRootLogger().setLevel(file == null ? shown : Level.DEBUG);
      // tells its version to everybody; what it cannot read it throws
      addLogger("io.jhdf", new LoggerConfig("io.jhdf", Level.OFF, true));
    }

    private Lines started(Lines appender) {
      appender.start();
      addAppender(appender);
      return appender;
    }
  }

  /** "error: " and the message; what is only told needs no label. */
  private static class Lines extends AbstractAppender {
    private final Printer stream;

    Lines(String name, Printer stream) {
      super(name, null, null, false, Property.EMPTY_ARRAY);
      this.stream = stream;
    }

    @Override
    public void append(LogEvent event) {
      stream.println(label(event) + Message.of(event.getMessage().getFormattedMessage()));
      @Nullable Throwable thrown = event.getThrown();
      if (thrown != null) {
        StringWriter trace = new StringWriter();
        thrown.printStackTrace(new PrintWriter(trace));
        stream.print(trace.toString().replace("\t", "    "));
        stream.flush();
      }
    }

    String label(LogEvent event) {
      if (event.getLevel().isMoreSpecificThan(Level.ERROR)) {
        return "error: ";
      }
      return event.getLevel().equals(Level.WARN) ? "warning: " : "";
    }
  }

  private static final class TimedLines extends Lines {
    TimedLines(String name, Printer stream) {
      super(name, stream);
    }

    @Override
    String label(LogEvent event) {
      Instant instant = Instant.ofEpochMilli(event.getTimeMillis());
      return TIME.format(instant) + " " + event.getLevel() + " ";
    }
  }
}
