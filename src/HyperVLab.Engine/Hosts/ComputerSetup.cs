using HyperVLab.Engine.Hosts.Notices;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Hosts;

/// <summary>Puts an operating system on a bare computer.</summary>
internal static class ComputerSetup
{
    /// <summary>
    /// Ends setup: the edition that was begun is there, with its features, firewall and local groups.
    /// </summary>
    public static void Finish(LabState lab, PhysicalComputer computer)
    {
        Edition edition = Editions.Find(computer.PendingEditionId!)!;
        computer.Install(edition.Id);
        Key<PhysicalComputer> key = computer.Key;
        if (edition.HasFeatures)
        {
            foreach (FeatureDescription description in FeatureCatalogue.All)
            {
                AddFeature(lab, computer, edition, description.Name);
            }
        }

        if (edition.Platform is { } platform)
        {
            string path = Platforms.Of(platform).DefaultPath!;
            computer.SetPaths(path, path);

            // It joins the paths of a disk by itself.
            computer.ClaimDisksByMpio(true);
            lab.Raise(new OperatingSystemInstalled(key));
            return;
        }

        foreach (string group in FirewallGroups.Names)
        {
            lab.FirewallGroups.Add(row => new FirewallGroup(row, key, group, enabled: false));
        }

        LocalGroups.Add(lab, key, LocalGroups.Administrators, $@"{computer.Name}\Administrator");
        lab.Raise(new OperatingSystemInstalled(key));
    }

    private static void AddFeature(LabState lab, PhysicalComputer computer, Edition edition, string name)
    {
        bool enabled = edition.IsHyperVServer && name == FeatureCatalogue.HyperV;
        lab.Features.Add(row => new HostFeature(
            row, computer.Key, name, enabled ? FeatureState.Installed : FeatureState.Available));
        if (enabled)
        {
            computer.LetFeatureWork(name, works: true);
        }
    }
}
