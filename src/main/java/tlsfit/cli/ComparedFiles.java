package tlsfit.cli;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;
import tlsfit.analysis.Analysis;
import tlsfit.explain.UnreadableText;
import tlsfit.fit.FitRefusedException;
import tlsfit.load.LoadedSample;
import tlsfit.result.FitResult;
import tlsfit.result.FitResultFile;
import tlsfit.result.LongList;
import tlsfit.result.UnreadableResultException;
import tlsfit.setup.SetupException;

/** What is compared, out of its files: results, and for a joint fit samples, which are fitted. */
final class ComparedFiles {
  private static final Logger LOGGER = LogManager.getLogger(ComparedFiles.class);

  private final boolean samples;
  private final Set<LongList> needed = EnumSet.noneOf(LongList.class);
  private final long seed;

  /**
   * Says what is needed.
   *
   * @param joint whether readings are, and samples may be named
   * @param regions whether regions of two parameters are
   * @param seed of all random numbers of a fit
   */
  ComparedFiles(boolean joint, boolean regions, long seed) {
    samples = joint;
    this.seed = seed;
    if (joint) {
      needed.add(LongList.READINGS);
    }
    if (regions) {
      needed.add(LongList.REGIONS);
    }
  }

  /**
   * Reads or fits all; those that cannot be are told.
   *
   * @param saved gets the others, in the order of the files
   * @return exit status
   */
  int read(List<Path> files, List<CompareFormat.Saved> saved) {
    Map<Path, CompareFormat.Saved> there = new ConcurrentHashMap<>();
    int status =
        files.parallelStream()
            .map(file -> Boundary.around(file, () -> read(file, there)))
            .reduce(ExitStatus.OK, ExitStatus::worse);
    files.forEach(file -> Optional.ofNullable(there.get(file)).ifPresent(saved::add));
    return status;
  }

  private int read(Path file, Map<Path, CompareFormat.Saved> there) {
    boolean result = file.toString().toLowerCase(Locale.ROOT).endsWith(".json");
    try {
      Optional<FitResult> one =
          result || !samples ? Optional.of(FitResultFile.read(file, needed)) : fit(file);
      one.ifPresent(found -> there.put(file, new CompareFormat.Saved(file, found)));
      return one.isPresent() ? ExitStatus.OK : ExitStatus.INPUT_REFUSED;
    } catch (UnreadableResultException e) {
      LOGGER.error("{}", UnreadableText.of(e));
    } catch (SetupException e) {
      LOGGER.error("{}: {}", file, SettingOptions.text(e.refusals()));
    } catch (FitRefusedException e) {
      LOGGER.error("{}: {}", file, SettingOptions.text(List.of(e.refusal())));
    }
    return ExitStatus.INPUT_REFUSED;
  }

  private Optional<FitResult> fit(Path sample) {
    Optional<LoadedSample> loaded = Input.load(sample);
    return loaded.map(one -> Analysis.of(one.measurement(), one.setup()).withSeed(seed).result());
  }
}
