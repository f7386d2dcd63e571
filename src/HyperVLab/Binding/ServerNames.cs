using HyperVLab.Engine.Hosts;
using HyperVLab.Session;
using HyperVLab.Simulation;

namespace HyperVLab.Binding;

/// <summary>Finds servers with work of their own by name.</summary>
internal static class ServerNames
{
    /// <summary>The computer of a server.</summary>
    /// <exception cref="Engine.Requests.LabException">There is no such server.</exception>
    public static Key<PhysicalComputer> Computer(LabHandle handle, string name) =>
        new(ThingNames.FindOne<ServerView>(handle, name).ComputerKey);
}
