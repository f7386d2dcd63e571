using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Management;
using HyperVLab.Session;
using HyperVLab.Simulation;

namespace HyperVLab.Binding;

/// <summary>Finds servers with work of their own by name.</summary>
internal static class ServerNames
{
    /// <summary>The computer of a server.</summary>
    /// <param name="handle">The lab.</param>
    /// <param name="name">The server's name.</param>
    /// <param name="credential">
    /// An account that administers it, for a caller who need not see it himself; null for none.
    /// </param>
    /// <exception cref="Engine.Requests.LabException">
    /// There is no such server, or the account does not administer it.
    /// </exception>
    public static Key<PhysicalComputer> Computer(LabHandle handle, string name, AccountProof? credential = null) =>
        credential is null
            ? new(ThingNames.FindOne<ServerView>(handle, name).ComputerKey)
            : handle.Lab.Ask(new ConversionSourceQuery(name, credential));
}
