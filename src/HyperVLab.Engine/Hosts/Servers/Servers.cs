using HyperVLab.Engine.Requests;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Hosts;

/// <summary>What servers with work of their own do while their computers come and go.</summary>
internal static class Servers
{
    /// <summary>What a computer has as a server; null where it is none.</summary>
    public static PhysicalServer? Of(LabState lab, Key<PhysicalComputer> computer) =>
        lab.ServersByComputer.Of(computer) is [var server, ..] ? server : null;

    /// <summary>What a computer has as a server.</summary>
    /// <exception cref="LabException">There is no such computer, or it is no server.</exception>
    public static PhysicalServer Require(LabState lab, Key<PhysicalComputer> computer)
    {
        string name = lab.RequireComputer(computer).Name;
        return Of(lab, computer) ?? throw ServerErrors.NoSuchServer.For(name, name);
    }

    /// <summary>The operating system of a server in words, with its service pack.</summary>
    public static string SystemOf(LabState lab, PhysicalServer server)
    {
        string name = lab.Computers[server.Computer].Edition?.Name ?? string.Empty;
        return server.ServicePack == 0 ? name : $"{name} SP{server.ServicePack}";
    }

    /// <summary>The operating system of a computer runs again, or stands still.</summary>
    public static void Follow(LabState lab, Key<PhysicalComputer> computer)
    {
        if (Of(lab, computer) is not { } server)
        {
            return;
        }

        if (lab.Computers[computer].IsRunning && !server.IsInPreinstallation)
        {
            server.BeginWork(lab.Now);
        }
        else
        {
            server.EndWork(lab.Now);
        }
    }
}
