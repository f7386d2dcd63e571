namespace HyperVLab.Pictures;

/// <summary>One state of a disk among those that an SVG shows.</summary>
/// <param name="Caption">When that was, such as "Before"; empty where there is one only.</param>
/// <param name="Picture">The disk then.</param>
internal sealed record PicturePanel(string Caption, BlockPicture Picture);
