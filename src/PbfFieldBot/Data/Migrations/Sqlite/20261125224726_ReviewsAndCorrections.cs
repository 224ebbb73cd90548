using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace PbfFieldBot.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class ReviewsAndCorrections : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Submissions_Kind_Day",
                table: "Submissions");

            migrationBuilder.AddColumn<string>(
                name: "AskedAgain",
                table: "Submissions",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "Differs",
                table: "Submissions",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<int>(
                name: "KeptRevision",
                table: "Submissions",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "MaybeSameAs",
                table: "Submissions",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Messages",
                table: "Submissions",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "ReviewNote",
                table: "Submissions",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "SameAs",
                table: "Submissions",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "ToldBy",
                table: "Submissions",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "TypedBy",
                table: "Submissions",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Note",
                table: "Revisions",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "ReviewDesks",
                columns: table => new
                {
                    PersonId = table.Column<long>(type: "INTEGER", nullable: false),
                    Opened = table.Column<long>(type: "INTEGER", nullable: true),
                    Step = table.Column<string>(type: "TEXT", nullable: true),
                    SubmissionId = table.Column<long>(type: "INTEGER", nullable: true),
                    Question = table.Column<string>(type: "TEXT", nullable: true),
                    At = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ReviewDesks", x => x.PersonId);
                    table.ForeignKey(
                        name: "FK_ReviewDesks_People_PersonId",
                        column: x => x.PersonId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Submissions_Kind_Area_Day",
                table: "Submissions",
                columns: new[] { "Kind", "Area", "Day" });

            migrationBuilder.CreateIndex(
                name: "IX_Submissions_SameAs",
                table: "Submissions",
                column: "SameAs");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "ReviewDesks");

            migrationBuilder.DropIndex(
                name: "IX_Submissions_Kind_Area_Day",
                table: "Submissions");

            migrationBuilder.DropIndex(
                name: "IX_Submissions_SameAs",
                table: "Submissions");

            migrationBuilder.DropColumn(
                name: "AskedAgain",
                table: "Submissions");

            migrationBuilder.DropColumn(
                name: "Differs",
                table: "Submissions");

            migrationBuilder.DropColumn(
                name: "KeptRevision",
                table: "Submissions");

            migrationBuilder.DropColumn(
                name: "MaybeSameAs",
                table: "Submissions");

            migrationBuilder.DropColumn(
                name: "Messages",
                table: "Submissions");

            migrationBuilder.DropColumn(
                name: "ReviewNote",
                table: "Submissions");

            migrationBuilder.DropColumn(
                name: "SameAs",
                table: "Submissions");

            migrationBuilder.DropColumn(
                name: "ToldBy",
                table: "Submissions");

            migrationBuilder.DropColumn(
                name: "TypedBy",
                table: "Submissions");

            migrationBuilder.DropColumn(
                name: "Note",
                table: "Revisions");

            migrationBuilder.CreateIndex(
                name: "IX_Submissions_Kind_Day",
                table: "Submissions",
                columns: new[] { "Kind", "Day" });
        }
    }
}
