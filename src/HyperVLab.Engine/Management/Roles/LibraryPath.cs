using HyperVLab.Engine.Compute;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Management.Roles;

/// <summary>A network path of the library in a request, and how much its sender may do there.</summary>
/// <param name="Path">The path, such as <c>\\LIB1\Library\disks</c>.</param>
/// <param name="Reach">What he must be able to do with the share.</param>
internal sealed record LibraryPath(string Path, Reach Reach)
{
    /// <summary>Whether the path is of a share that comes into the library: its server is what counts.</summary>
    public bool IsOfServer { get; init; }

    /// <summary>The machine that is stored there, whose owner's role says where he stores; null for none.</summary>
    public Key<VirtualMachine>? Stores { get; init; }
}
