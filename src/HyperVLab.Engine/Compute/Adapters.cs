namespace HyperVLab.Engine.Compute;

/// <summary>The network adapters of virtual machines and their ports on virtual switches.</summary>
internal static class Adapters
{
    /// <summary>Plugs a machine's adapters into the switches of their names on the host where the machine is now.</summary>
    public static void Reconnect(LabState lab, VirtualMachine vm)
    {
    }
}
