using HyperVLab.Engine.Requests;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Hosts;

/// <summary>Finding computers, and asking whether they can do something.</summary>
internal static class ComputerQueries
{
    /// <summary>The computer of a name, ignoring case and a domain after it; null where there is none.</summary>
    public static PhysicalComputer? FindComputer(this LabState lab, string name)
    {
        string host = DnsZone.HostPart(lab, name);
        foreach (PhysicalComputer computer in lab.Computers)
        {
            if (string.Equals(computer.Name, host, StringComparison.OrdinalIgnoreCase))
            {
                return computer;
            }
        }

        return null;
    }

    /// <summary>The computer under a key.</summary>
    /// <exception cref="LabException">It is gone.</exception>
    public static PhysicalComputer RequireComputer(this LabState lab, Key<PhysicalComputer> key) =>
        lab.Computers.Find(key) ?? throw HostErrors.NoSuchComputer.For(key.ToString(), key.ToString());

    /// <summary>The computer under a key, whose operating system runs.</summary>
    /// <exception cref="LabException">It is gone or does not run.</exception>
    public static PhysicalComputer RequireRunning(this LabState lab, Key<PhysicalComputer> key)
    {
        PhysicalComputer computer = lab.RequireComputer(key);
        return computer.IsRunning ? computer : throw Unavailable(computer);
    }

    /// <summary>What somebody is told who wants something of a computer that does not run, or hangs.</summary>
    public static LabException Unavailable(PhysicalComputer computer) => computer.IsHung
        ? DirectoryErrors.AgentSilent.For(computer.Name, computer.Name)
        : HostErrors.ComputerNotRunning.For(computer.Name, computer.Name, computer.State.ToString());

    /// <summary>The running computer under a key, on which a feature works.</summary>
    /// <exception cref="LabException">It is gone, does not run or lacks the
    /// feature.</exception>
    public static PhysicalComputer RequireFeature(this LabState lab, Key<PhysicalComputer> key, string feature)
    {
        PhysicalComputer computer = lab.RequireRunning(key);
        return computer.HasFeature(feature)
            ? computer
            : throw FeatureErrors.FeatureMissing.For(computer.Name, computer.Name, feature);
    }

    /// <summary>
    /// The name with the domain's, such as <c>HVR2NODO1.lab.local</c>; the bare name outside a domain.
    /// </summary>
    public static string FullNameOf(this LabState lab, PhysicalComputer computer) =>
        lab.Domains.Find(computer.Domain) is { } domain ? $"{computer.Name}.{domain.Name}" : computer.Name;
}
