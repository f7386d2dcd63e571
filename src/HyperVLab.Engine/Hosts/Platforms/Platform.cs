namespace HyperVLab.Engine.Hosts;

/// <summary>A platform for virtual machines: how its machines differ from those of Hyper-V.</summary>
internal sealed record Platform
{
    /// <summary>Which one it is.</summary>
    public required VirtualizationPlatform Id { get; init; }

    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>What it takes at most; null where the edition of its host says so.</summary>
    public HypervisorLimits? Limits { get; init; }

    /// <summary>What it lacks.</summary>
    public IReadOnlyList<PlatformLack> Lacks { get; init; } = [];

    /// <summary>What it calls its side of services in guests, with its version; null for Hyper-V's.</summary>
    public string? GuestServices { get; init; }

    /// <summary>The extensions of its virtual hard disks, from the usual one on.</summary>
    public IReadOnlyList<string> DiskExtensions { get; init; } = [".vhd", ".vhdx"];

    /// <summary>Whether its hosts are managed by a VirtualCenter server, and run no Windows.</summary>
    public bool IsManagedByCenter { get; init; }

    /// <summary>Whether a machine that is suspended keeps its memory in a file, and not on its host.</summary>
    public bool SuspendsToDisk { get; init; }

    /// <summary>The largest virtual hard disk on an IDE controller, in bytes.</summary>
    public long MaxIdeDiskBytes { get; init; } = long.MaxValue;

    /// <summary>Whether the firmware of its machines boots from SCSI too.</summary>
    public bool BootsFromScsi { get; init; }

    /// <summary>Where machines go on a host unless said otherwise; null for Hyper-V's own place.</summary>
    public string? DefaultPath { get; init; }

    /// <summary>Whether each machine has a folder of its own name, with its configuration directly in it.</summary>
    public bool HasFolderForEach { get; init; }

    /// <summary>The extension of a configuration.</summary>
    public required string ConfigurationExtension { get; init; }

    /// <summary>The extension of saved memory.</summary>
    public required string SavedStateExtension { get; init; }

    /// <summary>The platforms to whose hosts machines move with their files, beside its own.</summary>
    public IReadOnlyList<VirtualizationPlatform> MovesTo { get; init; } = [];

    /// <summary>What of it is missing; null where it has it.</summary>
    public PlatformLack? LackOf(PlatformFeature feature) => Lacks.FirstOrDefault(lack => lack.Feature == feature);

    /// <summary>Whether it has something.</summary>
    public bool Has(PlatformFeature feature) => LackOf(feature) is null;
}
