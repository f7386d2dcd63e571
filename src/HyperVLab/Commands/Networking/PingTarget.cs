using HyperVLab.Engine.Networking;
using HyperVLab.Engine.Networking.Requests;
using HyperVLab.Session;

namespace HyperVLab.Commands.Networking;

/// <summary>Whether what is to be pinged has an address.</summary>
internal static class PingTarget
{
    /// <summary>Asks as the pinging computer would.</summary>
    public static bool IsKnown(LabHandle handle, TestConnection request) =>
        (request.Source ?? LabSession.Current.CallerIn(handle).Computer) is not { } source
        || handle.Lab.Ask(new NameQuery(source, request.TargetName)) is not null;
}
