using HyperVLab.Engine.Hosts.Events;
using HyperVLab.Engine.Hosts.Notices;
using HyperVLab.Engine.Requests;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Hosts;

/// <summary>Installs and removes roles and features.</summary>
internal static class FeatureServicing
{
    /// <summary>A computer's feature; null where it has no operating system or the feature is unknown.</summary>
    public static HostFeature? Find(LabState lab, Key<PhysicalComputer> computer, string name)
    {
        foreach (HostFeature feature in lab.FeaturesByComputer.Of(computer))
        {
            if (string.Equals(feature.Name, name, StringComparison.OrdinalIgnoreCase))
            {
                return feature;
            }
        }

        return null;
    }

    /// <summary>Begins to install or remove a feature.</summary>
    public static void BeginChange(LabState lab, HostFeature feature, LabJob job)
    {
        FeatureDescription description = FeatureCatalogue.Find(feature.Name)!;
        long sequence = lab.Schedule(description.Duration, new FeatureChangeEnded(feature.Key));
        feature.BeginChange(job.Key, sequence);
        job.GoOn();
        bool comes = feature.State is FeatureState.Available or FeatureState.UninstallPending;
        string verb = comes ? "Installing" : "Removing";
        lab.Step(job.Key, $"{verb} {description.DisplayName} on {lab.Computers[feature.Computer].Name}", 0);
    }

    /// <summary>Ends it: the feature works or is gone, or waits for the restart.</summary>
    public static void EndChange(LabState lab, HostFeature feature)
    {
        Key<LabJob>? job = feature.Job;
        string computer = lab.Computers[feature.Computer].Name;
        bool waits = FeatureCatalogue.Find(feature.Name)!.NeedsRestart;
        switch (feature.State)
        {
            case FeatureState.Available when waits:
                feature.Become(FeatureState.InstallPending);
                lab.Warn(job, HostWarnings.RestartFinishesInstallation(computer));
                break;
            case FeatureState.Available:
                LetWork(lab, feature);
                break;
            case FeatureState.Installed when waits:
                feature.Become(FeatureState.UninstallPending);
                lab.Warn(job, HostWarnings.RestartFinishesRemoval(computer));
                break;
            case FeatureState.Installed:
                TakeOff(lab, feature);
                break;
            default:
                // Waited for a restart and is wanted otherwise again: nothing has begun that would need one.
                feature.Become(
                    feature.State == FeatureState.InstallPending ? FeatureState.Available : FeatureState.Installed);
                break;
        }

        lab.Complete(job);
    }

    /// <summary>Lets a feature work from now on.</summary>
    public static void LetWork(LabState lab, HostFeature feature)
    {
        feature.Become(FeatureState.Installed);
        lab.Computers[feature.Computer].LetFeatureWork(feature.Name, works: true);
        if (feature.Name == FeatureCatalogue.FailoverClustering)
        {
            FirewallGroups.Enable(lab, feature.Computer, FirewallGroups.FailoverClusters, enabled: true);
        }

        lab.Raise(new FeatureInstalled(feature.Computer, feature.Name));
    }

    /// <summary>Takes a feature off.</summary>
    public static void TakeOff(LabState lab, HostFeature feature)
    {
        feature.Become(FeatureState.Available);
        lab.Computers[feature.Computer].LetFeatureWork(feature.Name, works: false);
        if (feature.Name == FeatureCatalogue.FailoverClustering)
        {
            FirewallGroups.Enable(lab, feature.Computer, FirewallGroups.FailoverClusters, enabled: false);
        }

        lab.Raise(new FeatureUninstalled(feature.Computer, feature.Name));
    }
}
