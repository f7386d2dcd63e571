namespace HyperVLab.Engine.Networking;

/// <summary>By what a team spreads what it sends over its members (NetLbfo's LBAlgos, with their numbers).</summary>
public enum LoadBalancingAlgorithm
{
    /// <summary>By the addresses and ports of a connection.</summary>
    TransportPorts = 0,

    /// <summary>By the IP addresses of both ends.</summary>
    IPAddresses = 2,

    /// <summary>By the MAC addresses of both ends.</summary>
    MacAddresses = 3,

    /// <summary>By the port of the virtual switch: each virtual adapter has its member.</summary>
    HyperVPort = 4,

    /// <summary>What is sent goes by bursts to any member, what is received comes as by HyperVPort (2012 R2).</summary>
    Dynamic = 5,
}
