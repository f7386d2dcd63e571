using HyperVLab.Engine.Requests;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Hosts;

/// <summary>A vendor's software on one computer.</summary>
public sealed class InstalledPackage : IEntity<InstalledPackage>, INamed
{
    internal InstalledPackage(Key<InstalledPackage> key, Key<PhysicalComputer> computer, string name)
    {
        Key = key;
        Computer = computer;
        Name = name;
    }

    /// <inheritdoc/>
    public Key<InstalledPackage> Key { get; private set; }

    /// <summary>The computer.</summary>
    public Key<PhysicalComputer> Computer { get; private set; }

    /// <summary>The package, such as <c>SDDDSM</c>.</summary>
    public string Name { get; private set; }

    /// <summary>How far it is.</summary>
    public PackageState State { get; private set; }

    /// <summary>The job that installs it.</summary>
    public Key<LabJob>? Job { get; private set; }

    /// <summary>The event with which that ends.</summary>
    public long? Sequence { get; private set; }

    /// <summary>Its setup runs.</summary>
    internal void BeginSetup(Key<LabJob> job, long sequence) => (Job, Sequence) = (job, sequence);

    /// <summary>Has reached a state.</summary>
    internal void Become(PackageState state) => (State, Job, Sequence) = (state, null, null);
}
