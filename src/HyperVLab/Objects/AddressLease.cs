using HyperVLab.Engine.Networking.Views;
using HyperVLab.Session;

namespace HyperVLab.Objects;

/// <summary>An address that a pool gave away, as Get-LabAddressLease writes it.</summary>
public sealed class AddressLease : LabObject<AddressLeaseView, Engine.Networking.AddressLease>
{
    internal AddressLease(LabHandle handle, AddressLeaseView view)
        : base(handle, view.Key, view)
    {
    }

    /// <summary>The address.</summary>
    public string IPAddress => View.IPAddress;

    /// <summary>Who has it: a computer or a guest.</summary>
    public string Holder => View.Holder;

    /// <summary>The MAC address of the adapter that has it.</summary>
    public string? MacAddress => View.MacAddress;

    /// <summary>The pool.</summary>
    public string PoolName => View.PoolName;

    /// <summary>Since when, since the lab began.</summary>
    public TimeSpan LeasedAt => View.LeasedAt;


    /// <summary>The address.</summary>
    public override string ToString() => IPAddress;
}
