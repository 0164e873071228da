package tlsfit.cli;

import java.nio.file.Path;
import java.util.Optional;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;
import tlsfit.load.InputException;
import tlsfit.load.LoadedSample;
import tlsfit.load.Loader;

/** Reading samples, with everything that is wrong or worth a look said on standard error. */
public final class Input {
  private static final Logger LOGGER = LogManager.getLogger(Input.class);

  private Input() {}

  /** The sample; empty if it was refused. */
  static Optional<LoadedSample> load(Path sample) {
    try {
      LoadedSample loaded = Loader.load(sample);
      loaded.warnings().forEach(warning -> LOGGER.warn("{}", warning));
      return Optional.of(loaded);
    } catch (InputException e) {
      e.problems().forEach(problem -> LOGGER.error("{}", problem));
      return Optional.empty();
    }
  }
}
