using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Requests;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Management.Roles;

/// <summary>What somebody needs to make one request.</summary>
/// <param name="Level">Who may make such a request at all.</param>
internal sealed record RequestRight(RightLevel Level)
{
    /// <summary>Administrators of the server.</summary>
    public static RequestRight Server { get; } = new(RightLevel.Server);

    /// <summary>Also delegated administrators.</summary>
    public static RequestRight Fabric { get; } = new(RightLevel.Fabric);

    /// <summary>Whoever asked for the job.</summary>
    public static RequestRight OwnJob { get; } = new(RightLevel.OwnJob);

    /// <summary>Whoever may change what the job is about.</summary>
    public static RequestRight JobResult { get; } = new(RightLevel.JobResult);

    /// <summary>Whether a role's permissions are enough for something of one's own.</summary>
    public Func<IReadOnlyList<SelfServicePermission>, bool> IsPermitted { get; init; } = static _ => false;

    /// <summary>
    /// What the request touches beside what it names; null stands for all that the server manages.
    /// </summary>
    public IReadOnlyList<IKey?> Also { get; init; } = [];

    /// <summary>The paths of a computer that it touches.</summary>
    public IReadOnlyList<(Key<PhysicalComputer> Computer, string Path)> Paths { get; init; } = [];

    /// <summary>The network paths of the library that it names.</summary>
    public IReadOnlyList<LibraryPath> LibraryPaths { get; init; } = [];

    /// <summary>What it names and does not change: to see that is enough.</summary>
    public IReadOnlyList<IKey?> Uses { get; init; } = [];

    /// <summary>What it names otherwise than by keys, and the caller has to see.</summary>
    public IReadOnlyList<IKey> Names { get; init; } = [];

    /// <summary>The role below which it makes another; null for none.</summary>
    public Key<UserRole>? Parent { get; init; }

    /// <summary>What it names and opens by what it says itself, whether or not the caller sees it.</summary>
    public Func<LabCaller, IReadOnlyList<IKey>> Opens { get; init; } = static _ => [];

    /// <summary>
    /// Whether the caller must himself be let in where the request leads, as his server has no account there yet.
    /// </summary>
    public bool AsCaller { get; init; }

    /// <summary>Whether a virtual machine must be the caller's own, and not one shared with him.</summary>
    public bool AsOwner { get; init; }

    /// <summary>
    /// Whether a virtual machine is made of what the request names: its host is one on which the caller may make
    /// machines, and the rest he only has to see.
    /// </summary>
    public bool MakesMachine { get; init; }

    /// <summary>Also self-service users, with all of these permissions.</summary>
    public static RequestRight Own(params SelfServicePermission[] all) =>
        new(RightLevel.Own) { IsPermitted = granted => all.All(granted.Contains) };

    /// <summary>Also self-service users, with any of these permissions.</summary>
    public static RequestRight OwnWithAny(params SelfServicePermission[] any) =>
        new(RightLevel.Own) { IsPermitted = granted => any.Any(granted.Contains) };
}
