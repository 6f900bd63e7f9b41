package org.limbeck.engine.run;

import java.util.List;
import org.limbeck.api.event.RunObserver;
import org.limbeck.deploy.ExternalUpdates;
import org.limbeck.experiment.file.SwapApplier;
import org.limbeck.experiment.plugin.PluginCatalog;
import org.osgi.framework.BundleContext;

/**
 * What a run needs of the system.
 *
 * @param context registers the run's control while it executes
 * @param catalog knows what plug-ins there are
 * @param swaps applies swaps to experiments
 * @param externalUpdates plug-ins that come and go, and options that are set from outside
 * @param observers are told of every run
 */
record RunServices(
    BundleContext context,
    PluginCatalog catalog,
    SwapApplier swaps,
    ExternalUpdates externalUpdates,
    List<RunObserver> observers) {}
