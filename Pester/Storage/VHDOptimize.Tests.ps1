BeforeAll {
    Import-Module $PSScriptRoot/../../HyperVLab.psd1
    Push-Location TestDrive:/

    # A conversion leaves zeros out, so a child with zeros over data is merged to have blocks of zeros in a file.
    $full = [byte[]]::new(16MB)
    [Array]::Fill($full, [byte]7)
    [IO.File]::WriteAllBytes("$TestDrive/full.img", $full)
    $part = [byte[]]::new(16MB)
    [Array]::Fill($part, [byte]7, 0, 4MB)
    [IO.File]::WriteAllBytes("$TestDrive/part.img", $part)

    function Initialize-Disk($Path) {
        Remove-Item *.vhd*
        Convert-LabVHD full.img $Path
        Convert-LabVHD part.img "child$([IO.Path]::GetExtension($Path))" -ParentPath $Path
        Merge-LabVHD "child$([IO.Path]::GetExtension($Path))"
    }

    function Get-DiskHash($Path) {
        Convert-LabVHD $Path out.raw
        (Get-FileHash out.raw).Hash
        Remove-Item out.raw
    }
}

AfterAll { Pop-Location }

Describe 'Optimize-LabVHD on files of this computer' {
    It 'takes zeros out of a VHD, and nothing that is read' {
        Initialize-Disk ./a.vhd
        $before = (Get-Item a.vhd).Length
        $disk = Optimize-LabVHD ./a.vhd -Passthru
        $before - $disk.FileSize | Should -BeGreaterThan 11MB
        Get-DiskHash a.vhd | Should -Be (Get-FileHash part.img).Hash
        Test-LabVHD ./a.vhd | Should -BeTrue
    }

    It 'says under -WhatIf what would leave the file, and changes nothing' {
        Initialize-Disk ./a.vhd
        $hash = (Get-FileHash a.vhd).Hash
        $file = "$TestDrive/said.txt"
        $null = Start-Transcript $file
        Optimize-LabVHD ./a.vhd -WhatIf
        $null = Stop-Transcript
        Get-Content $file -Raw | Should -BeLike '*6 of 8 blocks, 12582912 bytes (12.0 MB), would leave the file*'
        (Get-FileHash a.vhd).Hash | Should -Be $hash
    }

    It 'refuses a fixed disk' {
        New-LabVHD ./fixed.vhd 10MB -Fixed | Out-Null
        { Optimize-LabVHD ./fixed.vhd -ErrorAction Stop } |
            Should -Throw -ErrorId 'InvalidParameter,HyperVLab.Commands.Storage.OptimizeLabVHDCommand'
        { Optimize-LabVHD ./fixed.vhd -WhatIf -ErrorAction Stop } |
            Should -Throw -ErrorId 'InvalidParameter,HyperVLab.Commands.Storage.OptimizeLabVHDCommand'
    }

    It 'takes several disks and names with brackets' {
        Initialize-Disk ./a.vhd
        Copy-Item a.vhd '[b].vhd'
        (Get-ChildItem -LiteralPath . -Filter *.vhd | Where-Object Name -NE 'fixed.vhd' |
            Optimize-LabVHD -Mode Prezeroed -Passthru).FileSize | ForEach-Object { $_ | Should -BeLessThan 5MB }
    }

    It 'does in the mode Quick only what file systems say' {
        Initialize-Disk ./a.vhd
        $before = (Get-Item a.vhd).Length
        Optimize-LabVHD ./a.vhd -Mode Quick
        (Get-Item a.vhd).Length | Should -Be $before
    }
}

Describe "Optimize-LabVHD on disks of a lab's host" {
    BeforeAll {
        New-Lab -Preset BladeCenterS | Out-Null
        $lab = (Get-Lab).Name
        $node = (Get-LabHost | Where-Object Name -Like '*NODO1').Name
        New-LabVHD C:\VMs\a.vhd 1GB -ComputerName $node | Out-Null
    }

    AfterAll { Remove-Lab $lab }

    It 'leaves a disk as it is where nothing is to be freed' {
        $before = (Get-LabVHD C:\VMs\a.vhd -ComputerName $node).FileSize
        (Optimize-LabVHD C:\VMs\a.vhd -ComputerName $node -Passthru).FileSize | Should -Be $before
    }

    It 'changes nothing under -WhatIf' {
        $hash = (Get-Lab).JournalHash
        Optimize-LabVHD C:\VMs\a.vhd -ComputerName $node -WhatIf
        (Get-Lab).JournalHash | Should -Be $hash
    }

    It 'refuses the disk of a running virtual machine' {
        $drive = Get-LabVM | Select-Object -First 1 | Get-LabVMHardDiskDrive
        Start-LabVM $drive.VMName -ErrorAction SilentlyContinue
        { Optimize-LabVHD $drive.Path -ComputerName $drive.ComputerName -ErrorAction Stop } |
            Should -Throw -ErrorId 'OperationFailed,HyperVLab.Commands.Storage.OptimizeLabVHDCommand'
    }
}
