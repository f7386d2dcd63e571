BeforeAll {
    Import-Module $PSScriptRoot/../../HyperVLab.psd1
    Push-Location TestDrive:/

    # Each image changes one more megabyte than the one before, so that every disk of the chain holds something.
    $bytes = [byte[]]::new(8MB)
    foreach ($number in 0..2) {
        [Array]::Fill($bytes, [byte]($number + 1), $number * 2MB, 1MB)
        [IO.File]::WriteAllBytes("$TestDrive/$number.img", $bytes)
    }

    function Initialize-Chain($Extension) {
        Remove-Item *.vhd*
        Convert-LabVHD 0.img "base.$Extension"
        Convert-LabVHD 1.img "middle.$Extension" -ParentPath "base.$Extension"
        Convert-LabVHD 2.img "top.$Extension" -ParentPath "middle.$Extension"
    }

    function Get-DiskHash($Path) {
        Convert-LabVHD $Path out.raw
        (Get-FileHash out.raw).Hash
        Remove-Item out.raw
    }
}

AfterAll { Pop-Location }

Describe 'Merge-LabVHD on <Extension> files of this computer' -ForEach @(
    @{ Extension = 'vhd' }, @{ Extension = 'vhdx' }
) {
    BeforeEach { Initialize-Chain $Extension }

    It 'merges into the parent' {
        Merge-LabVHD "top.$Extension" | Should -BeNullOrEmpty
        "top.$Extension" | Should -Not -Exist
        Get-DiskHash "middle.$Extension" | Should -Be (Get-FileHash 2.img).Hash
    }

    It 'merges into any disk below' {
        $disk = Merge-LabVHD "top.$Extension" "base.$Extension" -Passthru
        $disk.Path | Should -Be (Get-Item "base.$Extension").FullName
        (Get-ChildItem *.vhd*).Name | Should -Be "base.$Extension"
        Get-DiskHash "base.$Extension" | Should -Be (Get-FileHash 2.img).Hash
    }

    It 'changes nothing under -WhatIf' {
        $hash = (Get-FileHash "middle.$Extension").Hash
        Merge-LabVHD "top.$Extension" -WhatIf
        "top.$Extension" | Should -Exist
        (Get-FileHash "middle.$Extension").Hash | Should -Be $hash
    }

    It 'goes on in the background with -AsJob' {
        Get-Item "top.$Extension" | Merge-LabVHD -AsJob -Passthru -OutVariable job | Out-Null
        (Receive-Job $job[0] -Wait -AutoRemoveJob).Path | Should -BeLike "*middle.$Extension"
    }

    It 'refuses what is no chain' {
        New-LabVHD "./other.$Extension" 8MB | Out-Null
        $id = 'InvalidParameter,HyperVLab.Commands.Storage.MergeLabVHDCommand'
        { Merge-LabVHD "base.$Extension" -ErrorAction Stop } | Should -Throw -ErrorId $id
        { Merge-LabVHD "top.$Extension" "other.$Extension" -ErrorAction Stop } | Should -Throw -ErrorId $id
        Remove-Item "middle.$Extension"
        { Merge-LabVHD "top.$Extension" "base.$Extension" -ErrorAction Stop } |
            Should -Throw -ErrorId 'OperationFailed,HyperVLab.Commands.Storage.MergeLabVHDCommand'
        "top.$Extension" | Should -Exist
    }
}

Describe "Merge-LabVHD on disks of a lab's host" {
    BeforeAll {
        New-Lab -Preset BladeCenterS | Out-Null
        $lab = (Get-Lab).Name
        $node = (Get-LabHost | Where-Object Name -Like '*NODO1').Name
        New-LabVHD C:\VMs\base.vhd 1GB -ComputerName $node | Out-Null
        New-LabVHD C:\VMs\middle.vhd -ParentPath C:\VMs\base.vhd -ComputerName $node | Out-Null
        New-LabVHD C:\VMs\top.vhd -ParentPath C:\VMs\middle.vhd -ComputerName $node | Out-Null
    }

    AfterAll { Remove-Lab $lab }

    It 'leaves disks alone that others need' {
        { Merge-LabVHD C:\VMs\middle.vhd -ComputerName $node -ErrorAction Stop } |
            Should -Throw -ErrorId 'OperationFailed,HyperVLab.Commands.Storage.MergeLabVHDCommand'
    }

    It 'deletes what was merged' {
        $disk = Merge-LabVHD C:\VMs\top.vhd C:\VMs\base.vhd -ComputerName $node -Passthru
        $disk.Path | Should -Be 'C:\VMs\base.vhd'
        { Get-LabVHD C:\VMs\middle.vhd -ComputerName $node -ErrorAction Stop } | Should -Throw '*0x80070002*'
    }
}
