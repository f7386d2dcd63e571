BeforeAll {
    Import-Module $PSScriptRoot/../../HyperVLab.psd1
    Push-Location TestDrive:/
}

AfterAll { Pop-Location }

Describe 'Set-LabVHD on files of this computer' {
    BeforeEach {
        Remove-Item * -Recurse
        New-LabVHD ./base.vhd 10MB | Out-Null
        New-LabVHD ./child.vhd -ParentPath ./base.vhd | Out-Null
        New-LabVHD ./other.vhd 10MB | Out-Null
        New-LabVHD ./base.vhdx 10MB | Out-Null
        New-LabVHD ./child.vhdx -ParentPath ./base.vhdx | Out-Null
    }

    It 'mends the chain of a <Extension> whose parent has moved' -ForEach @(
        @{ Extension = 'vhd' }, @{ Extension = 'vhdx' }
    ) {
        New-Item moved -ItemType Directory | Out-Null
        Move-Item "base.$Extension" moved
        Test-LabVHD "child.$Extension" -WarningAction SilentlyContinue | Should -BeFalse
        Set-LabVHD "child.$Extension" "moved/base.$Extension" | Should -BeNullOrEmpty
        Test-LabVHD "child.$Extension" | Should -BeTrue
        (Get-LabVHD "child.$Extension").ParentPath | Should -Be (Get-Item "moved/base.$Extension").FullName
    }

    It 'takes another disk as parent only with -IgnoreIdMismatch' {
        { Set-LabVHD child.vhd other.vhd -ErrorAction Stop } |
            Should -Throw -ErrorId 'OperationFailed,HyperVLab.Commands.Storage.SetLabVHDCommand'
        (Set-LabVHD child.vhd other.vhd -IgnoreIdMismatch -Passthru).ParentPath | Should -BeLike '*other.vhd'
    }

    It 'refuses a parent of <What>' -ForEach @(
        @{ What = 'a disk that has none'; Disk = 'base.vhd'; Parent = 'other.vhd' }
        @{ What = 'itself'; Disk = 'child.vhd'; Parent = 'child.vhd' }
        @{ What = 'another format'; Disk = 'child.vhd'; Parent = 'base.vhdx' }
    ) {
        { Set-LabVHD $Disk $Parent -IgnoreIdMismatch -ErrorAction Stop } |
            Should -Throw -ErrorId 'InvalidParameter,HyperVLab.Commands.Storage.SetLabVHDCommand'
    }

    It 'changes the physical sector of a VHDX' {
        (Set-LabVHD base.vhdx -PhysicalSectorSizeBytes 512 -Passthru).PhysicalSectorSize | Should -Be 512
        { Set-LabVHD base.vhd -PhysicalSectorSizeBytes 4096 -ErrorAction Stop } |
            Should -Throw -ErrorId 'InvalidParameter,HyperVLab.Commands.Storage.SetLabVHDCommand'
        { Set-LabVHD base.vhdx -PhysicalSectorSizeBytes 1024 -ErrorAction Stop } | Should -Throw
    }

    It 'gives disks another identifier' {
        $before = (Get-LabVHD other.vhd, base.vhdx).DiskIdentifier
        $after = (Get-Item other.vhd, base.vhdx | Set-LabVHD -ResetDiskIdentifier -Force -Passthru).DiskIdentifier
        $after[0] | Should -Not -Be $before[0]
        $after[1] | Should -Not -Be $before[1]
        Test-LabVHD child.vhdx | Should -BeTrue
    }

    It 'changes nothing under -WhatIf' {
        $before = (Get-FileHash other.vhd).Hash
        Set-LabVHD other.vhd -ResetDiskIdentifier -WhatIf
        (Get-FileHash other.vhd).Hash | Should -Be $before
    }
}

Describe "Set-LabVHD on disks of a lab's host" {
    BeforeAll {
        New-Lab -Preset BladeCenterS | Out-Null
        $lab = (Get-Lab).Name
        $node = (Get-LabHost | Where-Object Name -Like '*NODO1').Name
        New-LabVHD C:\VMs\base.vhd 10MB -ComputerName $node | Out-Null
        New-LabVHD C:\VMs\child.vhd -ParentPath C:\VMs\base.vhd -ComputerName $node | Out-Null
        Convert-LabVHD C:\VMs\base.vhd C:\VMs\copy.vhd -ComputerName $node
    }

    AfterAll { Remove-Lab $lab }

    It 'gives a disk another parent' {
        $disk = Set-LabVHD C:\VMs\child.vhd C:\VMs\copy.vhd -IgnoreIdMismatch -ComputerName $node -Passthru
        $disk.ParentPath | Should -Be 'C:\VMs\copy.vhd'
        Test-LabVHD C:\VMs\child.vhd -ComputerName $node | Should -BeTrue
    }

    It 'resets identifiers, but not of a VHD that has children' {
        $before = (Get-LabVHD C:\VMs\base.vhd -ComputerName $node).DiskIdentifier
        (Set-LabVHD C:\VMs\base.vhd -ResetDiskIdentifier -ComputerName $node -Passthru).DiskIdentifier |
            Should -Not -Be $before
        { Set-LabVHD C:\VMs\copy.vhd -ResetDiskIdentifier -ComputerName $node -ErrorAction Stop } |
            Should -Throw -ErrorId 'OperationFailed,HyperVLab.Commands.Storage.SetLabVHDCommand'
    }
}
