using HyperVLab.Engine.Compute;
using HyperVLab.Engine.Networking;
using HyperVLab.Simulation;

namespace HyperVLab.Engine;

internal sealed partial class LabState
{
    /// <summary>
    /// What connections sent past a port since they were last counted. Networks, which know nothing of connections, ask
    /// here. Changes nothing.
    /// </summary>
    public PortTraffic FlowsPast(Key<PortCounters> port) => FlowTraffic.Past(this, port);

    /// <summary>
    /// What becomes of a request to connect to a port of somebody whom it gets to. It stands in the frame so that
    /// networks, which know nothing of guests, can ask. Changes and learns nothing.
    /// </summary>
    public PingStatus AnswerAt(Endpoint endpoint, int tcpPort) =>
        Compute.TcpPorts.OwnerOf(this, endpoint) is not { } owner
            ? PingStatus.TimedOut
            : Compute.TcpPorts.StateOf(this, owner, tcpPort) switch
            {
                TcpPortState.Listening => PingStatus.Success,
                TcpPortState.Closed => PingStatus.ConnectionRefused,
                _ => PingStatus.TimedOut,
            };
}
