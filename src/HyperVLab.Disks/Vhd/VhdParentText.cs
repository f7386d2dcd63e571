namespace HyperVLab.Disks.Vhd;

/// <summary>A text that names a parent, with the room of the one before it and a new place at the file's end.</summary>
/// <param name="Code">The kind of locator.</param>
/// <param name="Bytes">The text.</param>
/// <param name="Room">The room that the file keeps for such a text; none if it has no such locator.</param>
/// <param name="NewPlace">A new place.</param>
internal sealed record VhdParentText(uint Code, byte[] Bytes, ByteRange Room, long NewPlace)
{
    /// <summary>Whether the room is large enough.</summary>
    public bool FitsRoom => Bytes.Length <= Room.Length;

    /// <summary>The locator of the text in its new place.</summary>
    public VhdParentLocator InNewPlace => At(NewPlace, VhdBlockLayout.RoundUp(Bytes.Length, VirtualDisk.SectorBytes));

    /// <summary>The locator of the text in its room, or in the new place if the room is too small.</summary>
    public VhdParentLocator InRoom => FitsRoom ? At(Room.Offset, Room.Length) : InNewPlace;

    /// <summary>Writes the text into its room if it fits.</summary>
    public void WriteToRoom(IDiskFile file)
    {
        if (FitsRoom)
        {
            file.Write(Room.Offset, Bytes);
        }
    }

    private VhdParentLocator At(long offset, long space)
        => new(Code, (uint)space, (uint)Bytes.Length, (ulong)offset);
}
